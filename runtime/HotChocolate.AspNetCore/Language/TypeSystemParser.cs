namespace HotChocolate.Language;

/// <summary>Reads definitions and extensions of a type system (specification, section 3).</summary>
internal static class TypeSystemParser
{
    /// <summary>The definition that comes next, or null where none does.</summary>
    public static TypeSystemNode? Definition(ref TokenReader reader, int start, StringNode? description)
    {
        var isExtension = description is null && reader.TryTakeKeyword("extend");
        if (!reader.Is(TokenKind.Name))
            return isExtension ? throw reader.Unexpected() : null;
        if (reader.TryTakeKeyword("schema"))
            return Schema(ref reader, start, isExtension, description);
        if (reader.TryTakeKeyword("scalar"))
            return Scalar(ref reader, start, isExtension, description);
        if (reader.TryTakeKeyword("type"))
            return FieldsType(ref reader, start, isExtension, description, isInterface: false);
        if (reader.TryTakeKeyword("interface"))
            return FieldsType(ref reader, start, isExtension, description, isInterface: true);
        if (reader.TryTakeKeyword("union"))
            return Union(ref reader, start, isExtension, description);
        if (reader.TryTakeKeyword("enum"))
            return EnumType(ref reader, start, isExtension, description);
        if (reader.TryTakeKeyword("input"))
            return InputType(ref reader, start, isExtension, description);
        if (!isExtension && reader.TryTakeKeyword("directive"))
            return DirectiveDefinition(ref reader, start, description);
        return isExtension ? throw reader.Unexpected() : null;
    }

    private static SchemaNode Schema(ref TokenReader reader, int start, bool isExtension, StringNode? description)
    {
        var directives = Parser.Directives(ref reader, isConstant: true);
        var rootTypes = new List<RootTypeNode>();
        if (!isExtension || reader.Is(TokenKind.OpenBrace))
        {
            reader.Take(TokenKind.OpenBrace);
            do
            {
                var operation = reader.Name();
                var kind = Parser.OperationKindOf(operation.Value) ?? throw TokenReader.Unexpected(operation);
                reader.Take(TokenKind.Colon);
                rootTypes.Add(new RootTypeNode(operation.Start, kind, Parser.NamedType(ref reader)));
            }
            while (!reader.TryTake(TokenKind.CloseBrace));
        }

        RefuseEmptyExtension(ref reader, isExtension && directives.Count + rootTypes.Count == 0);
        return new SchemaNode(start, isExtension, description, directives, rootTypes);
    }

    private static ScalarNode Scalar(ref TokenReader reader, int start, bool isExtension, StringNode? description)
    {
        var name = reader.Name();
        var directives = Parser.Directives(ref reader, isConstant: true);
        RefuseEmptyExtension(ref reader, isExtension && directives.Count == 0);
        return new ScalarNode(start, isExtension, description, name, directives);
    }

    private static FieldsTypeNode FieldsType(ref TokenReader reader, int start, bool isExtension, StringNode? description, bool isInterface)
    {
        var name = reader.Name();
        IReadOnlyList<NamedTypeNode> interfaces = reader.TryTakeKeyword("implements") ? NamedTypes(ref reader, TokenKind.Ampersand) : [];
        var directives = Parser.Directives(ref reader, isConstant: true);
        var fields = new List<FieldDefinitionNode>();
        if (reader.TryTake(TokenKind.OpenBrace))
        {
            do
            {
                fields.Add(FieldDefinition(ref reader));
            }
            while (!reader.TryTake(TokenKind.CloseBrace));
        }

        RefuseEmptyExtension(ref reader, isExtension && interfaces.Count + directives.Count + fields.Count == 0);
        return new FieldsTypeNode(start, isExtension, description, isInterface, name, interfaces, directives, fields);
    }

    private static UnionNode Union(ref TokenReader reader, int start, bool isExtension, StringNode? description)
    {
        var name = reader.Name();
        var directives = Parser.Directives(ref reader, isConstant: true);
        IReadOnlyList<NamedTypeNode> members = reader.TryTake(TokenKind.EqualSign) ? NamedTypes(ref reader, TokenKind.Pipe) : [];
        RefuseEmptyExtension(ref reader, isExtension && directives.Count + members.Count == 0);
        return new UnionNode(start, isExtension, description, name, directives, members);
    }

    private static EnumTypeNode EnumType(ref TokenReader reader, int start, bool isExtension, StringNode? description)
    {
        var name = reader.Name();
        var directives = Parser.Directives(ref reader, isConstant: true);
        var values = new List<EnumValueNode>();
        if (reader.TryTake(TokenKind.OpenBrace))
        {
            do
            {
                var at = reader.Start;
                var about = Parser.Description(ref reader);
                if (reader.IsKeyword("true") || reader.IsKeyword("false") || reader.IsKeyword("null"))
                    throw new SyntaxError($"Name \"{reader.Written}\" is reserved and cannot be used for an enum value.", reader.Start);
                values.Add(new EnumValueNode(at, about, reader.Name(), Parser.Directives(ref reader, isConstant: true)));
            }
            while (!reader.TryTake(TokenKind.CloseBrace));
        }

        RefuseEmptyExtension(ref reader, isExtension && directives.Count + values.Count == 0);
        return new EnumTypeNode(start, isExtension, description, name, directives, values);
    }

    private static InputTypeNode InputType(ref TokenReader reader, int start, bool isExtension, StringNode? description)
    {
        var name = reader.Name();
        var directives = Parser.Directives(ref reader, isConstant: true);
        var fields = InputValues(ref reader, TokenKind.OpenBrace, TokenKind.CloseBrace);
        RefuseEmptyExtension(ref reader, isExtension && directives.Count + fields.Count == 0);
        return new InputTypeNode(start, isExtension, description, name, directives, fields);
    }

    private static DirectiveDefinitionNode DirectiveDefinition(ref TokenReader reader, int start, StringNode? description)
    {
        reader.Take(TokenKind.At);
        var name = reader.Name();
        var arguments = InputValues(ref reader, TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        var isRepeatable = reader.TryTakeKeyword("repeatable");
        reader.TakeKeyword("on");
        reader.TryTake(TokenKind.Pipe);
        var locations = new List<NameNode>();
        do
        {
            var location = reader.Name();
            locations.Add(DirectiveLocations.IsOne(location.Value) ? location : throw TokenReader.Unexpected(location));
        }
        while (reader.TryTake(TokenKind.Pipe));
        return new DirectiveDefinitionNode(start, description, name, arguments, isRepeatable, locations);
    }

    private static FieldDefinitionNode FieldDefinition(ref TokenReader reader)
    {
        var start = reader.Start;
        var description = Parser.Description(ref reader);
        var name = reader.Name();
        var arguments = InputValues(ref reader, TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        reader.Take(TokenKind.Colon);
        return new FieldDefinitionNode(start, description, name, arguments, Parser.Type(ref reader), Parser.Directives(ref reader, isConstant: true));
    }

    private static IReadOnlyList<InputValueNode> InputValues(ref TokenReader reader, TokenKind open, TokenKind close)
    {
        if (!reader.TryTake(open))
            return [];
        var values = new List<InputValueNode>();
        do
        {
            var start = reader.Start;
            var description = Parser.Description(ref reader);
            var name = reader.Name();
            reader.Take(TokenKind.Colon);
            values.Add(new InputValueNode(
                start, description, name, Parser.Type(ref reader), Parser.DefaultValue(ref reader), Parser.Directives(ref reader, isConstant: true)));
        }
        while (!reader.TryTake(close));
        return values;
    }

    private static List<NamedTypeNode> NamedTypes(ref TokenReader reader, TokenKind separator)
    {
        reader.TryTake(separator);
        var types = new List<NamedTypeNode>();
        do
        {
            types.Add(Parser.NamedType(ref reader));
        }
        while (reader.TryTake(separator));
        return types;
    }

    private static void RefuseEmptyExtension(ref TokenReader reader, bool isEmpty)
    {
        if (isEmpty)
            throw reader.Unexpected();
    }
}
