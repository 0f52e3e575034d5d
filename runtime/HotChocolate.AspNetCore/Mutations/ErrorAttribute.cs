namespace HotChocolate.Types;

/// <summary>
/// The mutation may end with this error, which then is a member of the payload's <c>errors</c>: an exception (<c>FooException</c> becomes <c>FooError</c>), or a
/// class that is made of one: by a constructor or by static methods <c>CreateErrorFrom</c> that take the exception.
/// </summary>
/// <param name="errorType">The exception, or the class made of it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    /// <summary>The exception, or the class made of it.</summary>
    public Type ErrorType { get; } = errorType;
}

/// <summary>The mutation may end with this error (see <see cref="ErrorAttribute"/>).</summary>
/// <typeparam name="TError">The exception, or the class made of it.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError));
