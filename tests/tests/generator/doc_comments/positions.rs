//! Builds documents with a text in every position that may hold one.

use serde_json::{Map, Value, json};

/// Returns a document of Swagger 2.0 and one of OpenAPI 3.1. Their texts are taken from `texts` in turn.
pub fn documents(texts: &mut impl Iterator<Item = String>) -> Vec<Value> {
    let mut texts = Texts(texts);
    vec![openapi(&mut texts), swagger(&mut texts)]
}

/// An endless sequence of texts.
struct Texts<'a, I>(&'a mut I);

impl<I: Iterator<Item = String>> Texts<'_, I> {
    fn text(&mut self) -> Value {
        self.0.next().unwrap_or_default().into()
    }

    fn key(&mut self) -> String {
        self.0.next().unwrap_or_default()
    }

    /// Returns an object whose keys are texts.
    fn object(&mut self, values: impl IntoIterator<Item = Value>) -> Value {
        values.into_iter().map(|value| (self.key(), value)).collect::<Map<String, Value>>().into()
    }
}

fn openapi<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": t.text(), "version": t.text(), "summary": t.text(), "description": t.text()},
        "servers": servers(t),
        "tags": [{
            "name": "t", "description": t.text(), "summary": t.text(),
            "externalDocs": {"url": t.text(), "description": t.text()},
        }],
        "paths": {"/a": {"summary": t.text(), "description": t.text(), "post": operation(t), "get": deprecated(t)}},
        "webhooks": {"w": {"post": {
            "summary": t.text(),
            "requestBody": {"content": {"application/json": {"schema": {
                "type": "object", "description": t.text(), "properties": {"a": {"type": "string"}},
            }}}},
            "responses": {"200": {"description": t.text()}},
        }}},
        "components": {"securitySchemes": security(t), "schemas": schemas(t)},
    })
}

fn servers<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!([
        {
            "url": "https://{a}.example", "description": t.text(), "name": t.text(),
            "variables": {"a": {"default": t.text(), "enum": [t.text(), "b"], "description": t.text()}},
        },
        {"url": format!("https://b.example/{}", t.key()), "description": t.text()},
        {"url": format!("/relative{}", t.key()), "description": t.text(), "name": t.text()},
    ])
}

fn operation<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!({
        "tags": ["t", t.text()], "operationId": "x", "summary": t.text(), "description": t.text(),
        "parameters": [
            {
                "name": "q", "in": "query", "description": t.text(),
                "schema": {"type": "string", "pattern": t.text(), "default": t.text(), "minLength": 2},
            },
            {"name": t.text(), "in": "query", "schema": {"type": "string", "description": t.text()}},
            {"name": t.text(), "in": "query", "required": true, "example": t.text(), "schema": {"type": "string"}},
            {"name": "h", "in": "header", "description": t.text(), "deprecated": true, "schema": {"type": "integer"}},
        ],
        "requestBody": {"description": t.text(), "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/A"}},
            "text/plain": {},
            (t.key()): {"schema": {"type": "string"}},
        }},
        "responses": {
            "200": {
                "description": t.text(),
                "headers": {
                    "x-a": {"description": t.text(), "schema": {"type": "string", "pattern": t.text()}},
                    "x-b": {"schema": {"type": "integer"}},
                },
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
            },
            "404": {
                "description": t.text(),
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/U"}}},
            },
        },
    })
}

fn deprecated<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!({
        "tags": [t.text()], "operationId": "y", "summary": t.text(), "deprecated": true,
        "responses": {"default": {"description": t.text()}},
    })
}

fn security<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!({
        "o": {"type": "oauth2", "description": t.text(), "flows": {
            "clientCredentials": {"tokenUrl": t.text(), "scopes": t.object(["a".into()])},
            "authorizationCode": {
                "tokenUrl": "https://a.example", "authorizationUrl": t.text(), "scopes": {"b": t.text()},
            },
        }},
        "k": {"type": "apiKey", "in": "header", "name": "k", "description": t.text()},
        "p": {"type": "http", "scheme": "basic", "description": t.text()},
        "i": {"type": "openIdConnect", "openIdConnectUrl": t.text(), "description": t.text()},
    })
}

fn schemas<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!({
        "A": {
            "title": t.text(), "description": t.text(), "type": "object", "deprecated": true,
            "properties": {
                "a": {"description": t.text(), "type": "string", "minLength": 3, "pattern": t.text()},
                "b": {
                    "title": t.text(), "type": "string", "enum": [t.text(), "x"], "description": t.text(),
                    "x-enum-descriptions": [t.text(), t.text()], "x-enum-varnames": [t.text(), "X"],
                },
                (t.key()): {"type": "string", "default": t.text(), "example": t.text()},
                "c": {"description": t.text(), "oneOf": [
                    {"type": "string", "title": t.text(), "description": t.text()},
                    {
                        "type": "object", "description": t.text(), "properties": {"x": {"type": "string"}},
                        "required": ["x"],
                    },
                ]},
                "d": {"type": "array", "description": t.text(), "items": {"type": "string", "enum": [t.text()]}},
                "e": {"$ref": "#/components/schemas/N", "description": t.text()},
                "f": {"type": "integer", "enum": [1, 2], "x-enum-descriptions": [t.text(), t.text()]},
            },
            "patternProperties": t.object([json!({"type": "integer"})]),
            "propertyNames": {"pattern": t.text()},
            "dependentRequired": {"a": [t.text()]},
            "not": {"required": [t.text()]},
            "if": {"required": [t.text()]},
            "then": {"properties": {"zz": {"description": t.text()}}},
        },
        "N": {"type": "object", "description": t.text(), "allOf": [
            {"description": t.text(), "type": "object", "properties": {"n": {"type": "string", "const": t.text()}}},
            {"properties": {"n": {"description": t.text()}}},
        ]},
        "U": {"description": t.text(), "discriminator": {"propertyName": "k"}, "oneOf": [
            {"$ref": "#/components/schemas/V"}, {"$ref": "#/components/schemas/W"},
        ]},
        "V": {"type": "object", "required": ["k"], "properties": {"k": {"const": "v", "description": t.text()}}},
        "W": {"type": "object", "required": ["k"], "properties": {"k": {"const": t.text()}}},
    })
}

fn swagger<I: Iterator<Item = String>>(t: &mut Texts<'_, I>) -> Value {
    json!({
        "swagger": "2.0",
        "info": {"title": t.text(), "version": t.text(), "description": t.text()},
        "host": "a.example", "basePath": "/b", "schemes": ["https"],
        "tags": [{"name": "t", "description": t.text()}],
        "securityDefinitions": {
            "k": {"type": "apiKey", "in": "query", "name": "k", "description": t.text()},
            "o": {
                "type": "oauth2", "flow": "application", "tokenUrl": t.text(), "description": t.text(),
                "scopes": t.object(["a".into()]),
            },
        },
        "paths": {"/a/{id}": {"post": {
            "tags": ["t"], "operationId": "x", "summary": t.text(), "description": t.text(), "consumes": [t.text()],
            "parameters": [
                {"name": "id", "in": "path", "required": true, "type": "string", "description": t.text()},
                {"name": t.text(), "in": "query", "type": "string", "enum": [t.text(), "b"], "description": t.text()},
                {"name": "body", "in": "body", "description": t.text(), "schema": {"$ref": "#/definitions/A"}},
            ],
            "responses": {"200": {"description": t.text(), "schema": {"$ref": "#/definitions/A"}}},
        }}},
        "definitions": {"A": {
            "type": "object", "title": t.text(), "description": t.text(),
            "properties": {
                (t.key()): {"type": "string", "description": t.text(), "default": t.text(), "maxLength": 9},
                "b": {"type": "string", "description": t.text(), "pattern": t.text()},
            },
        }},
    })
}
