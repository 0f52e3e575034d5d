using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.TypeSystem;

namespace HotChocolate.Building;

/// <summary>A field's arguments, and where the resolver's parameters find theirs.</summary>
internal sealed class ArgumentList
{
    private static readonly MethodInfo FieldOfInput = typeof(ArgumentList).GetMethod(nameof(ValueIn), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo IsGivenInInput = typeof(ArgumentList).GetMethod(nameof(IsIn), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly List<InputValue> _arguments = [];
    private readonly Dictionary<string, InputMember> _members = new(StringComparer.Ordinal);
    private bool _areInInput;

    /// <summary>What the field has for arguments.</summary>
    public IReadOnlyList<InputValue> Arguments => _arguments;

    /// <summary>What the parameters take, by name.</summary>
    public IReadOnlyDictionary<string, InputMember> Members => _members;

    public void Add(IReadOnlyList<InputValue> arguments) => _arguments.AddRange(arguments);

    public void Add(IEnumerable<Binding> bindings)
    {
        foreach (var member in bindings.OfType<ArgumentBinding>().Select(binding => binding.Member))
        {
            _arguments.Add(member.Value);
            _members.Add(member.Value.Name, member);
        }
    }

    /// <summary>Puts one argument in the place of all; they become the fields of its input type.</summary>
    public void Replace(InputValue argument)
    {
        _arguments.Clear();
        _arguments.Add(argument);
        _areInInput = true;
    }

    /// <summary>Reads an argument for a parameter.</summary>
    /// <param name="binding">The parameter's binding.</param>
    public Expression Read(ArgumentBinding binding)
    {
        var name = binding.Member.Value.Name;
        // Of two methods that take the same argument, the one that says what it is decides how it is read.
        var member = _members[name];
        if (_areInInput)
        {
            var field = Expression.Constant(name);
            var input = ContextExpressions.Argument(0);
            return member.Read(binding.Type, Expression.Call(IsGivenInInput, input, field), Expression.Call(FieldOfInput, input, field));
        }

        var position = _arguments.FindIndex(argument => argument.Name == name);
        return member.Read(binding.Type, ContextExpressions.IsGiven(position), ContextExpressions.Argument(position));
    }

    private static object? ValueIn(object? input, string name) => ((IReadOnlyDictionary<string, object?>)input!).GetValueOrDefault(name);

    private static bool IsIn(object? input, string name) => ((IReadOnlyDictionary<string, object?>)input!).ContainsKey(name);
}
