use super::operations::{BuildCall, CleanOperationCall, GetPetCallCall, GetPetOperationCall};
use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn each_call_has_the_setters_of_its_operation() {
    let transport = FakeTransport::new();
    (0..4).for_each(|_| transport.push(FakeAnswer::new(204)));
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    let get_call: GetPetCallCall = client.pets().get_call();
    let get: GetPetOperationCall = client.pets().get("1");
    let build: BuildCall = client.pets().build();
    let clean: CleanOperationCall = client.clean_call().clean();
    get_call.await.unwrap();
    get.fur(true).await.unwrap();
    build.await.unwrap();
    clean.await.unwrap();
    let urls = transport.requests().into_iter().map(|request| request.path_and_query().to_owned());
    assert_eq!(urls.collect::<Vec<_>>(), ["/pets", "/pets/1?fur=true", "/build", "/clean"]);
}
