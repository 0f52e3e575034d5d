namespace HotChocolate;

/// <summary>Thrown by a resolver: its errors are told to the client as they are.</summary>
public class GraphQLException : Exception
{
    /// <summary>One error that has only a message.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    public GraphQLException(string message)
        : this(ErrorBuilder.New().SetMessage(message).Build())
    {
    }

    /// <summary>One error.</summary>
    /// <param name="error">What the client is told.</param>
    public GraphQLException(IError error)
        : base(error.Message) => Errors = [error];

    /// <summary>Several errors of one field.</summary>
    /// <param name="errors">What the client is told.</param>
    public GraphQLException(params IError[] errors)
        : base(errors.Length == 1 ? errors[0].Message : null) => Errors = errors;

    /// <summary>What the client is told.</summary>
    public IReadOnlyList<IError> Errors { get; }
}
