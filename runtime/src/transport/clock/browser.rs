//! The clock of browsers and other JavaScript runtimes.

use std::time::{Duration, SystemTime};

use js_sys::{
    Date, Function, Promise, Reflect, global,
    wasm_bindgen::{JsCast as _, JsValue},
};
use tokio::sync::oneshot;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Clock;
use crate::{box_future::BoxFuture, transport::browser::unless};

/// The system clock: `performance.now()`, `Date.now()` and `setTimeout`.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock(());

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        milliseconds(performance().unwrap_or_else(Date::now))
    }

    fn time_of_day(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + milliseconds(Date::now())
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let (mut done, ready) = oneshot::channel::<()>();
        // JavaScript values cannot be sent between threads, so they stay in their own task.
        spawn_local(async move {
            let mut timer = JsValue::UNDEFINED;
            let up = Promise::new(&mut |resolve, _| timer = set_timeout(&resolve, duration));
            if unless(done.closed(), JsFuture::from(up)).await.is_none() {
                drop(function("clearTimeout").map(|clear| clear.call1(&global(), &timer)));
            } else {
                let _ = done.send(());
            }
        });
        Box::pin(async move { drop(ready.await) })
    }
}

fn milliseconds(number: f64) -> Duration {
    Duration::try_from_secs_f64(number / 1000.0).unwrap_or_default()
}

/// Returns a monotonic time in milliseconds, or `None` if the platform does not provide one.
fn performance() -> Option<f64> {
    let performance = Reflect::get(&global(), &"performance".into()).ok()?;
    let now = Reflect::get(&performance, &"now".into()).ok()?.dyn_into::<Function>().ok()?;
    now.call0(&performance).ok()?.as_f64()
}

/// Starts a timer. It fires at once if the platform has no timers, and after 24 days at the latest, the maximum of
/// JavaScript.
fn set_timeout(then: &Function, duration: Duration) -> JsValue {
    let time = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let started = function("setTimeout").and_then(|start| start.call2(&global(), then, &time.into()).ok());
    started.unwrap_or_else(|| then.call0(&JsValue::UNDEFINED).unwrap_or_default())
}

fn function(name: &str) -> Option<Function> {
    Reflect::get(&global(), &name.into()).ok()?.dyn_into().ok()
}
