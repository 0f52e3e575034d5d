namespace HotChocolate.Language;

/// <summary>Reads executable documents (specification, section 2); what a type system says is read by <see cref="TypeSystemParser"/>.</summary>
internal static class Parser
{
    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="limits">What it may not exceed.</param>
    /// <exception cref="SyntaxError">It is none, or exceeds a limit.</exception>
    public static DocumentNode Parse(string text, ParserLimits limits)
    {
        var reader = new TokenReader(text, limits);
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(Definition(ref reader));
        }
        while (!reader.Is(TokenKind.End));
        return new DocumentNode(text, definitions);
    }

    private static DefinitionNode Definition(ref TokenReader reader)
    {
        var start = reader.Start;
        if (reader.Is(TokenKind.OpenBrace))
            return new OperationNode(start, null, OperationKind.Query, null, [], [], SelectionSet(ref reader));
        var description = Description(ref reader);
        if (reader.Is(TokenKind.OpenBrace) && description is not null)
            throw new SyntaxError("Unexpected description: a query in its short form has none. Write \"query\" before the selection.", start);
        if (reader.Is(TokenKind.Name) && OperationKindOf(reader.Written) is { } kind)
            return Operation(ref reader, start, description, kind);
        if (reader.IsKeyword("fragment"))
            return Fragment(ref reader, start, description);
        return TypeSystemParser.Definition(ref reader, start, description)
            ?? throw (description is not null && reader.Is(TokenKind.Name) ? new SyntaxError("Unexpected description: only definitions have one.", start) : reader.Unexpected());
    }

    internal static StringNode? Description(ref TokenReader reader) => reader.IsString ? reader.String() : null;

    internal static OperationKind? OperationKindOf(ReadOnlySpan<char> word) => word switch
    {
        "query" => OperationKind.Query,
        "mutation" => OperationKind.Mutation,
        "subscription" => OperationKind.Subscription,
        _ => null,
    };

    private static OperationNode Operation(ref TokenReader reader, int start, StringNode? description, OperationKind kind)
    {
        reader.Advance();
        var name = reader.Is(TokenKind.Name) ? reader.Name() : null;
        return new OperationNode(start, description, kind, name, VariableDefinitions(ref reader), Directives(ref reader, isConstant: false), SelectionSet(ref reader));
    }

    private static FragmentNode Fragment(ref TokenReader reader, int start, StringNode? description)
    {
        reader.TakeKeyword("fragment");
        if (reader.IsKeyword("on"))
            throw reader.Unexpected();
        var name = reader.Name();
        reader.TakeKeyword("on");
        return new FragmentNode(start, description, name, NamedType(ref reader), Directives(ref reader, isConstant: false), SelectionSet(ref reader));
    }

    private static IReadOnlyList<VariableDefinitionNode> VariableDefinitions(ref TokenReader reader)
    {
        if (!reader.TryTake(TokenKind.OpenParenthesis))
            return [];
        var variables = new List<VariableDefinitionNode>();
        do
        {
            var start = reader.Start;
            var description = Description(ref reader);
            var variable = Variable(ref reader);
            reader.Take(TokenKind.Colon);
            variables.Add(new VariableDefinitionNode(
                start, description, variable, Type(ref reader), DefaultValue(ref reader), Directives(ref reader, isConstant: true)));
        }
        while (!reader.TryTake(TokenKind.CloseParenthesis));
        return variables;
    }

    internal static ValueNode? DefaultValue(ref TokenReader reader) =>
        reader.TryTake(TokenKind.EqualSign) ? Value(ref reader, isConstant: true) : null;

    private static SelectionSetNode SelectionSet(ref TokenReader reader)
    {
        var start = reader.Start;
        reader.Take(TokenKind.OpenBrace);
        reader.Enter();
        var selections = new List<SelectionNode>();
        do
        {
            selections.Add(reader.Is(TokenKind.Spread) ? Spread(ref reader) : Field(ref reader));
        }
        while (!reader.TryTake(TokenKind.CloseBrace));
        reader.Leave();
        return new SelectionSetNode(start, selections);
    }

    private static FieldNode Field(ref TokenReader reader)
    {
        var first = reader.Name();
        reader.CountField(first.Start);
        NameNode? alias = null;
        var name = first;
        if (reader.TryTake(TokenKind.Colon))
            (alias, name) = (first, reader.Name());
        return new FieldNode(
            first.Start, alias, name, Arguments(ref reader, isConstant: false), Directives(ref reader, isConstant: false),
            reader.Is(TokenKind.OpenBrace) ? SelectionSet(ref reader) : null);
    }

    private static SelectionNode Spread(ref TokenReader reader)
    {
        var start = reader.Start;
        reader.Take(TokenKind.Spread);
        var hasCondition = reader.TryTakeKeyword("on");
        if (!hasCondition && reader.Is(TokenKind.Name))
            return new FragmentSpreadNode(start, reader.Name(), Directives(ref reader, isConstant: false));
        var condition = hasCondition ? NamedType(ref reader) : null;
        return new InlineFragmentNode(start, condition, Directives(ref reader, isConstant: false), SelectionSet(ref reader));
    }

    private static IReadOnlyList<ArgumentNode> Arguments(ref TokenReader reader, bool isConstant)
    {
        if (!reader.TryTake(TokenKind.OpenParenthesis))
            return [];
        var arguments = new List<ArgumentNode>();
        do
        {
            var name = reader.Name();
            reader.Take(TokenKind.Colon);
            arguments.Add(new ArgumentNode(name.Start, name, Value(ref reader, isConstant)));
        }
        while (!reader.TryTake(TokenKind.CloseParenthesis));
        return arguments;
    }

    internal static IReadOnlyList<DirectiveNode> Directives(ref TokenReader reader, bool isConstant)
    {
        if (!reader.Is(TokenKind.At))
            return [];
        var directives = new List<DirectiveNode>();
        while (reader.Is(TokenKind.At))
        {
            var start = reader.Start;
            reader.Advance();
            directives.Add(new DirectiveNode(start, reader.Name(), Arguments(ref reader, isConstant)));
            reader.CountDirectives(directives.Count);
        }

        return directives;
    }

    internal static TypeNode Type(ref TokenReader reader)
    {
        var start = reader.Start;
        TypeNode type;
        if (reader.TryTake(TokenKind.OpenBracket))
        {
            reader.Enter();
            type = new ListTypeNode(start, Type(ref reader));
            reader.Leave();
            reader.Take(TokenKind.CloseBracket);
        }
        else
        {
            type = NamedType(ref reader);
        }

        return reader.TryTake(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    internal static NamedTypeNode NamedType(ref TokenReader reader)
    {
        var name = reader.Name();
        return new NamedTypeNode(name.Start, name);
    }

    private static VariableNode Variable(ref TokenReader reader)
    {
        var start = reader.Start;
        reader.Take(TokenKind.Dollar);
        return new VariableNode(start, reader.Name());
    }

    private static ValueNode Value(ref TokenReader reader, bool isConstant)
    {
        switch (reader.Kind)
        {
            case TokenKind.Dollar when !isConstant:
                return Variable(ref reader);
            case TokenKind.Dollar:
                throw VariableInConstant(ref reader);
            case TokenKind.OpenBracket:
                return List(ref reader, isConstant);
            case TokenKind.OpenBrace:
                return Object(ref reader, isConstant);
            case TokenKind.String or TokenKind.BlockString:
                return reader.String();
            case TokenKind.Int or TokenKind.Float or TokenKind.Name:
                ValueNode value = reader.Kind switch
                {
                    TokenKind.Int => new IntNode(reader.Start, reader.Written.ToString()),
                    TokenKind.Float => new FloatNode(reader.Start, reader.Written.ToString()),
                    _ => Word(reader.Start, reader.Written),
                };
                reader.Advance();
                return value;
            default:
                throw reader.Unexpected();
        }
    }

    private static ValueNode Word(int start, ReadOnlySpan<char> word) => word switch
    {
        "true" => new BooleanNode(start, true),
        "false" => new BooleanNode(start, false),
        "null" => new NullNode(start),
        _ => new EnumNode(start, Names.Of(word)),
    };

    private static SyntaxError VariableInConstant(ref TokenReader reader)
    {
        var start = reader.Start;
        reader.Advance();
        return reader.Is(TokenKind.Name)
            ? new SyntaxError($"Unexpected variable \"${reader.Written}\" in constant value.", start)
            : new SyntaxError("Unexpected \"$\".", start);
    }

    private static ListNode List(ref TokenReader reader, bool isConstant)
    {
        var start = reader.Start;
        reader.Take(TokenKind.OpenBracket);
        reader.Enter();
        var items = new List<ValueNode>();
        while (!reader.TryTake(TokenKind.CloseBracket))
            items.Add(Value(ref reader, isConstant));
        reader.Leave();
        return new ListNode(start, items);
    }

    private static ObjectNode Object(ref TokenReader reader, bool isConstant)
    {
        var start = reader.Start;
        reader.Take(TokenKind.OpenBrace);
        reader.Enter();
        var fields = new List<ObjectFieldNode>();
        while (!reader.TryTake(TokenKind.CloseBrace))
        {
            var name = reader.Name();
            reader.Take(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name.Start, name, Value(ref reader, isConstant)));
        }

        reader.Leave();
        return new ObjectNode(start, fields);
    }
}
