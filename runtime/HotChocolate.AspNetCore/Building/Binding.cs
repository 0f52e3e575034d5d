using System.Linq.Expressions;

namespace HotChocolate.Building;

/// <summary>Where a resolver's parameter gets its value.</summary>
internal abstract record Binding;

/// <summary>From the request's context.</summary>
/// <param name="Value">The value, of the parameter's type.</param>
internal sealed record ContextBinding(Expression Value) : Binding;

/// <summary>It is the object whose field it is.</summary>
/// <param name="Type">The parameter's type.</param>
internal sealed record ParentBinding(Type Type) : Binding;

/// <summary>From what the client gave.</summary>
/// <param name="Member">The argument.</param>
/// <param name="Type">The parameter's type.</param>
internal sealed record ArgumentBinding(InputMember Member, Type Type) : Binding;
