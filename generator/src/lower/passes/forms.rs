//! Definitions that are unused because multipart forms replace them.
//!
//! ```yaml
//! multipart/form-data: {schema: {$ref: Upload}}     # the form takes the name `Upload` if nothing else uses the component
//! Upload: {properties: {file: {type: string, format: binary}, thumbnail: {type: array, items: {format: binary}}}}
//! ```

use super::Passes;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Api, NameHint, Owner, Scalar, Type, TypeId, TypeKind, count_uses, each_type_of, uses};

impl Passes<'_, '_> {
    /// Gives a form the name of the component that it was made from, if nothing else uses that component.
    pub(super) fn name_forms(&mut self) {
        let mut uses = uses(&mut self.draft.api);
        let mut moves = Vec::new();
        let draft = &mut self.draft;
        let mut forms = std::mem::take(&mut draft.forms);
        // Of several forms made from one component, the order of the document does not decide which one has its name.
        forms.sort_by_cached_key(|(form, _)| route_of(&draft.api, *form).map(str::to_owned));
        for (form, component) in forms {
            if uses[component.0] == 0 && draft.removed.insert(component) {
                draft.api.types[form.0].name = draft.api.types[component.0].name.clone();
                let mut removed = std::mem::replace(
                    &mut draft.api.types[component.0].kind,
                    TypeKind::Alias(Type::Scalar(Scalar::Any)),
                );
                each_type_of(&mut removed, &mut |type_| count_uses(type_, Some(component), &mut |id| uses[id.0] -= 1));
                moves.push((component, form));
            }
        }
        self.remove_unused_inside(moves.iter().map(|(component, _)| *component).collect(), &mut uses);
        own_instead(&mut self.draft.api, &moves);
    }

    /// Removes the inline types in removed types that nothing else uses.
    fn remove_unused_inside(&mut self, mut removed: HashSet<TypeId>, uses: &mut [usize]) {
        if removed.is_empty() {
            return;
        }
        // Types inside a type have higher ids.
        for id in self.draft.api.type_ids().collect::<Vec<_>>() {
            let NameHint::Inline(contexts) = &self.draft.api.definition(id).name else { continue };
            let is_inside = |owner: &Owner| matches!(owner, Owner::Type(owner) if removed.contains(owner));
            if uses[id.0] > 0 || !contexts.iter().all(|context| is_inside(&context.owner)) {
                continue;
            }
            removed.insert(id);
            self.draft.removed.insert(id);
            let unused = TypeKind::Alias(Type::Scalar(Scalar::Any));
            let mut kind = std::mem::replace(&mut self.draft.api.types[id.0].kind, unused);
            each_type_of(&mut kind, &mut |type_| count_uses(type_, Some(id), &mut |inner| uses[inner.0] -= 1));
        }
    }

    /// Removes inline types that forms replace with files or literals, if nothing else uses them.
    pub(super) fn remove_replaced_types(&mut self) {
        let uses = uses(&mut self.draft.api);
        for replaced in std::mem::take(&mut self.draft.replaced_in_forms) {
            if uses[replaced.0] == 0 && matches!(self.draft.api.definition(replaced).name, NameHint::Inline(_)) {
                self.draft.removed.insert(replaced);
            }
        }
    }
}

/// Returns the route of the operation that sends a form, possibly as a variant of a larger form.
fn route_of(api: &Api, mut form: TypeId) -> Option<&str> {
    loop {
        let NameHint::Inline(contexts) = &api.definition(form).name else { return None };
        match contexts.first()?.owner {
            Owner::Operation(operation) => return Some(&api.operation(operation).route),
            // The owner of a type has a lower id.
            Owner::Type(owner) => form = owner,
        }
    }
}

/// Moves the contents of the first type of each pair to the second, as if the pairs were applied one after the other.
fn own_instead(api: &mut Api, moves: &[(TypeId, TypeId)]) {
    if moves.is_empty() {
        return;
    }
    let mut owners: HashMap<TypeId, TypeId> = HashMap::default();
    for (from, to) in moves.iter().rev() {
        owners.insert(*from, owners.get(to).copied().unwrap_or(*to));
    }
    for definition in &mut api.types {
        let NameHint::Inline(contexts) = &mut definition.name else { continue };
        for context in contexts.iter_mut() {
            if let Owner::Type(owner) = &mut context.owner {
                *owner = owners.get(owner).copied().unwrap_or(*owner);
            }
        }
        let mut seen = HashSet::default();
        contexts.retain(|context| seen.insert(context.clone()));
    }
}
