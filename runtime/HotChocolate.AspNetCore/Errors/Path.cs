using System.Diagnostics.CodeAnalysis;

namespace HotChocolate;

/// <summary>The way from the answer's root to a value: response names and list positions (specification, section 7.1.2).</summary>
public abstract class Path
{
    private protected Path()
    {
    }

    /// <summary>The root.</summary>
    public static Path Root { get; } = new RootPath();

    /// <summary>The way without its last step; <see cref="Root"/>'s is the root.</summary>
    public virtual Path Parent => this;

    /// <summary>How many steps it has.</summary>
    public virtual int Length => 0;

    /// <summary>Whether it is the root.</summary>
    public bool IsRoot => Length == 0;

    /// <summary>One step further, to a field.</summary>
    /// <param name="name">The field's response name.</param>
    public Path Append(string name) => new StepPath(this, name);

    /// <summary>One step further, to a list's item.</summary>
    /// <param name="index">The item's position, counted from 0.</param>
    public Path Append(int index) => new StepPath(this, index);

    /// <summary>The steps in order: <see cref="string"/>s and <see cref="int"/>s.</summary>
    public IReadOnlyList<object> ToList()
    {
        var steps = new object[Length];
        for (var path = this; path is StepPath step; path = step.Parent)
            steps[step.Length - 1] = step.Step;
        return steps;
    }

    /// <summary>As text, like <c>/members[3]/name</c>.</summary>
    public string Print() => IsRoot ? "/" : string.Concat(ToList().Select(step => step is int ? $"[{step}]" : $"/{step}"));

    /// <inheritdoc/>
    public override string ToString() => Print();

    /// <summary>The way that a list of steps describes.</summary>
    /// <param name="steps">Response names and positions.</param>
    [return: NotNullIfNotNull(nameof(steps))]
    internal static Path? Of(IReadOnlyList<object>? steps) =>
        steps?.Aggregate(Root, (path, step) => step is int index ? path.Append(index) : path.Append((string)step));

    private sealed class RootPath : Path;

    private sealed class StepPath(Path parent, object step) : Path
    {
        public override Path Parent { get; } = parent;

        public override int Length { get; } = parent.Length + 1;

        public object Step { get; } = step;
    }
}
