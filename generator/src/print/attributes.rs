//! The attributes of items and of their parts, such as fields and functions, which are what comments are written on.

use syn::{Attribute, Field, File, ImplItem, Item, TraitItem};

/// Calls a function with the attributes of a file, of its items and of their parts.
pub(super) fn for_each(file: &mut File, apply: &mut impl FnMut(&mut Vec<Attribute>)) {
    apply(&mut file.attrs);
    file.items.iter_mut().for_each(|item| for_each_in_item(item, apply));
}

fn for_each_in_item(item: &mut Item, apply: &mut impl FnMut(&mut Vec<Attribute>)) {
    if let Some(attributes) = of_item(item) {
        apply(attributes);
    }
    match item {
        Item::Struct(item) => for_each_field(item.fields.iter_mut(), apply),
        Item::Enum(item) => {
            for variant in &mut item.variants {
                apply(&mut variant.attrs);
                for_each_field(variant.fields.iter_mut(), apply);
            }
        }
        Item::Impl(block) => block.items.iter_mut().filter_map(of_impl_item).for_each(apply),
        Item::Trait(block) => block.items.iter_mut().filter_map(of_trait_item).for_each(apply),
        Item::Mod(module) => {
            let items = module.content.iter_mut().flat_map(|(_, items)| items);
            items.for_each(|item| for_each_in_item(item, apply));
        }
        _ => {}
    }
}

fn for_each_field<'f>(fields: impl Iterator<Item = &'f mut Field>, apply: &mut impl FnMut(&mut Vec<Attribute>)) {
    fields.for_each(|field| apply(&mut field.attrs));
}

/// Returns the attributes of an item, or `None` for an item that is never generated.
pub(super) fn of_item(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

/// Returns the attributes of an item in an `impl` block, or `None` for an item that is never generated.
pub(super) fn of_impl_item(item: &mut ImplItem) -> Option<&mut Vec<Attribute>> {
    match item {
        ImplItem::Const(item) => Some(&mut item.attrs),
        ImplItem::Fn(item) => Some(&mut item.attrs),
        ImplItem::Type(item) => Some(&mut item.attrs),
        ImplItem::Macro(item) => Some(&mut item.attrs),
        _ => None,
    }
}

/// Returns the attributes of an item in a trait, or `None` for an item that is never generated.
pub(super) fn of_trait_item(item: &mut TraitItem) -> Option<&mut Vec<Attribute>> {
    match item {
        TraitItem::Const(item) => Some(&mut item.attrs),
        TraitItem::Fn(item) => Some(&mut item.attrs),
        TraitItem::Type(item) => Some(&mut item.attrs),
        TraitItem::Macro(item) => Some(&mut item.attrs),
        _ => None,
    }
}
