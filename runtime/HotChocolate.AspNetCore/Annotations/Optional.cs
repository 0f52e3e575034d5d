using System.Diagnostics.CodeAnalysis;

namespace HotChocolate;

/// <summary>An input that tells "not given" from "given as null".</summary>
/// <typeparam name="T">What is given.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    /// <summary>A given value.</summary>
    /// <param name="value">The value, which may be null.</param>
    public Optional(T? value) => (Value, HasValue) = (value, true);

    /// <summary>The value; the type's default where none is given.</summary>
    public T? Value { get; }

    /// <summary>Whether a value is given, be it null.</summary>
    public bool HasValue { get; }

    /// <summary>Whether no value is given.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>No value.</summary>
    public static Optional<T> Empty() => default;

    /// <summary>A given value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>The value; the type's default where none is given.</summary>
    /// <param name="optional">What may be given.</param>
    [return: MaybeNull]
    public static implicit operator T(Optional<T> optional) => optional.Value;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HasValue, Value);

    /// <summary>Whether both are given alike.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether they are not given alike.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string? ToString() => HasValue ? Value?.ToString() : null;
}
