using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.TypeSystem;

namespace HotChocolate.Execution;

/// <summary>Code that reads members: compiled once for each field of the schema, when it is first asked for.</summary>
internal sealed class Members
{
    private readonly ConcurrentDictionary<Field, LeafWriter> _leafs = [];
    private readonly ConcurrentDictionary<Field, Func<object?, object?>> _getters = [];

    /// <summary>Reads a leaf and writes it, without boxing where the scalar can.</summary>
    public LeafWriter Leaf(Field field, MemberResolver resolver) =>
        _leafs.TryGetValue(field, out var writer) ? writer : _leafs.GetOrAdd(field, _ => CompileLeaf(field, resolver.Get));

    public Func<object?, object?> Getter(Field field, MemberResolver resolver) =>
        _getters.TryGetValue(field, out var getter) ? getter : _getters.GetOrAdd(field, _ => CompileGetter(resolver.Get));

    private static Func<object?, object?> CompileGetter(LambdaExpression get)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var read = Read(get, parent, out var typed, out var assign);
        var body = Expression.Block([typed], assign, Expression.Convert(read, typeof(object)));
        return Expression.Lambda<Func<object?, object?>>(body, parent).Compile();
    }

    private static LeafWriter CompileLeaf(Field field, LambdaExpression get)
    {
        var (json, parent) = (Expression.Parameter(typeof(JsonBuffer), "json"), Expression.Parameter(typeof(object), "parent"));
        var read = Read(get, parent, out var typed, out var assign);
        var value = Expression.Variable(read.Type, "value");
        var write = WriteValue(field.Type.Named, json, value);
        var steps = new List<Expression> { assign, Expression.Assign(value, read) };
        if (!read.Type.IsValueType || Nullable.GetUnderlyingType(read.Type) is not null)
        {
            var isNull = Expression.Equal(value, Expression.Constant(null, read.Type));
            steps.Add(Expression.Condition(isNull, Expression.Constant(false), Expression.Block(write, Expression.Constant(true))));
        }
        else
        {
            steps.AddRange([write, Expression.Constant(true)]);
        }

        return Expression.Lambda<LeafWriter>(Expression.Block([typed, value], steps), json, parent).Compile();
    }

    private static Expression Read(LambdaExpression get, ParameterExpression parent, out ParameterExpression typed, out Expression assign)
    {
        typed = get.Parameters[0];
        assign = Expression.Assign(typed, Expression.Convert(parent, typed.Type));
        return get.Body;
    }

    private static Expression WriteValue(NamedType type, ParameterExpression json, ParameterExpression value)
    {
        var bare = Nullable.GetUnderlyingType(value.Type);
        Expression exact = bare is null ? value : Expression.Property(value, nameof(Nullable<int>.Value));
        if (type is EnumType options && exact.Type.IsEnum)
        {
            var writer = Activator.CreateInstance(typeof(WrittenOptions<>).MakeGenericType(exact.Type), options)!;
            return Expression.Call(Expression.Constant(writer), writer.GetType().GetMethod(nameof(WrittenOptions<int>.Write))!, json, exact);
        }

        if (type is ScalarType scalar && TypedWrite(scalar.Form, exact.Type) is { } write)
            return Expression.Call(Expression.Constant(scalar.Form, write.DeclaringType!), write, json, exact);
        var general = typeof(LeafValue).GetMethod(nameof(LeafValue.Write))!;
        return Expression.Call(Expression.Constant(LeafValue.Of(type), typeof(LeafValue)), general, json, Expression.Convert(exact, typeof(object)));
    }

    private static MethodInfo? TypedWrite(IScalarForm form, Type value)
    {
        var typed = typeof(IScalarForm<>).MakeGenericType(value);
        return typed.IsInstanceOfType(form) ? typed.GetMethod(nameof(IScalarForm.Write)) : null;
    }
}
