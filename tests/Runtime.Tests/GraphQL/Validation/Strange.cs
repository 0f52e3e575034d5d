namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>What a document should not hold.</summary>
internal static class Strange
{
    public static IReadOnlyList<string> Values { get; } =
    [
        "1", "-0", "99999999999", "1.5", "1e3", "\"s\"", "\"\\u00e9\"", "\"\"\"\n  block\n\"\"\"", "true", "null", "LOW", "NOWHERE", "[1]", "[[1, 2], [\"x\"]]", "[null]", "{}", "{a: 1}",
        "{a: 1, a: 2}", "{limit: 1, name: \"x\", limit: null}", "{id: 1}", "{id: \"a\", name: \"b\"}", "{id: null}", "{many: [1, $v0]}", "$unknown", "$v0", "[$v0]", "{name: $v1}", "[[$v1]]",
        "{wish: {a: 1}}", "{anything: [1, {at: $v1}]}",
    ];

    public static IReadOnlyList<string> Types { get; } =
        ["Int", "String!", "[Int]", "[[Int!]]!", "Float", "Boolean", "ID", "Level", "PersonFilter", "[Pick!]", "Wish!", "Person", "Staff!", "[Nurse]", "Nowhere", "Instant", "__Type", "__TypeKind"];

    public static IReadOnlyList<string> Names { get; } = ["nowhere", "id", "name", "age", "level", "__typename", "__schema", "__type", "first", "filter", "count", "Level"];

    public static IReadOnlyList<string> Conditions { get; } = ["Nurse", "Doctor", "Ward", "Person", "Node", "Named", "Staff", "Anyone", "Level", "Wish", "Nowhere", "Int", "Query", "__Type", "Root"];

    public static IReadOnlyList<string> Directives { get; } =
    [
        "@include(if: true)", "@skip(if: false)", "@include", "@include(if: 1)", "@skip(if: $v0)", "@nowhere", "@nowhere(first: $v0, id: 1, filter: \"x\")", "@mark", "@mark(text: 1)",
        "@mark(text: \"a\", text: \"b\")", "@mark(levels: [LOW, NOWHERE])", "@once(need: 1)", "@once", "@once(level: null, need: 2)", "@onQuery", "@deprecated", "@onType", "@mine(a: 1)", "@mine",
        "@mark @mark", "@once(need: 1) @once(need: 2)", "@skip(if: true) @skip(if: true)", "@nowhere @nowhere", "@mark(levels: LOW)", "@mark(unknown: {a: 1, a: 2})",
    ];

    public static IReadOnlyList<string> Definitions { get; } =
    [
        "type Extra implements Named & Nope { a(x: Int = {x: 1, x: 2} @mine): Int, b: Nope @deprecated(reason: 1) c: Extra }",
        "extend type Nurse @onType @once(need: \"x\") { more: [Gone!]! @mark }",
        "directive @mine(a: Int!, b: Nope) on FIELD | QUERY",
        "directive @mine(a: Int! = 1 @onQuery) repeatable on FRAGMENT_SPREAD",
        "input Extra @oneOf @oneOf { a: Int = [1, {y: 1, y: 2}], b: Extra @mine(a: 1) }",
        "\"described\" scalar Nowhere @specifiedBy @onType @onType",
        "schema @onType @mine { query: Root mutation: Nope }",
        "extend schema @onQuery",
        "enum Level @nowhere { LOW @deprecated @deprecated, NEW @onType }",
        "union Extra @onType(reason: 5, reason: 6) = Int | Zip | Nurse",
        "interface Extra @deprecated { a: String }",
        "interface Extra @deprecated { b: Boolean @skip(if: 1) }",
        "extend interface Named @mark { c: Int }",
        "extend union Staff = Ward",
        "extend enum Level { MORE @onType(nope: 1) }",
        "extend input Wish { more: Int @deprecated }",
        "extend scalar Instant @specifiedBy(url: \"x\")",
        "fragment Loop1 on Nurse { id ...Loop2 ward { staff { ...Loop3 } ...Loop2 } } fragment Loop2 on Nurse { ward { id ...Loop3 } ...Loop1 } fragment Loop3 on Ward { head { ... on Nurse { ...Loop1 ...Loop2 ...Loop3 } } }",
        "fragment Self on Person { friends { ...Self } }",
        "fragment F0 on Nurse { id again: name }",
        "fragment Self on Ward { id }",
        "fragment F0 on Root { __typename } fragment Inner on Staff { __typename }",
        "query { __typename }",
        "query Op0 { __typename }",
        "mutation Op1($v0: Int, $v0: String) { __typename }",
        "subscription Both { ticks sign { at } }",
        "subscription Both { ...Two } fragment Two on Happening { a: ticks ticks ... on Happening { __typename } }",
        "subscription { __typename }",
        "query Deep { __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "query Deep { __type(name: \"Root\") { ...Deep1 } } fragment Deep1 on __Type { interfaces { ...Deep2 } } fragment Deep2 on __Type { possibleTypes { inputFields { name } } }",
        "query Shallow { __schema { types { fields { type { ofType { name ofType { kind } } } } directives: name } } }",
        "query Used($v0: Pick, $v1: String = \"d\", $v2: [Int!], $v3: Int = 1, $v4: ID!) { ward(number: $v3, pick: {id: $v4}) { id } staff(pick: $v0, picks: [{id: $v4}, {name: $v1}]) { ...Inner } }",
        "fragment Inner on Staff { ... on Nurse { ward { beds(matrix: [$v2, $v0]) } } ... on Doctor { nurses(levels: $v1) { id } } }",
        "{ people { ... on Nurse { x: age y: score } ... on Doctor { x: age y: score } } }",
        "{ person(id: 1) { ... on Nurse { x: friends { id } } ... on Doctor { x: friends(first: 1) { id: name } } friends { x: id } friends { x: name } } }",
        "{ person(id: \"1\") { ...A ...B } person(id: \"\"\"1\"\"\") { ...B ...C } } fragment A on Person { v: id ...B } fragment B on Nurse { v: name ...C } fragment C on Doctor { v: level friends { ...A ...B } }",
    ];
}
