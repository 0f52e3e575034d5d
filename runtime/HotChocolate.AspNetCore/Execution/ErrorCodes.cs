namespace HotChocolate.Execution;

/// <summary>What <c>extensions.code</c> says; the same codes as Hot Chocolate's.</summary>
internal static class ErrorCodes
{
    public const string TaskProcessingError = "HC0008";
    public const string RequestInvalid = "HC0009";
    public const string SyntaxError = "HC0014";
    public const string OperationNotFound = "HC0015";
    public const string InvalidType = "HC0016";
    public const string NonNullViolation = "HC0018";
    public const string PersistedOperationNotFound = "HC0020";
    public const string Timeout = "HC0045";
    public const string IntrospectionNotAllowed = "HC0046";
    public const string CostExceeded = "HC0047";
    public const string OnlyPersistedOperationsAllowed = "HC0067";
    public const string CannotSerializeLeafValue = "EXEC_INVALID_LEAF_VALUE";
    public const string CannotResolveAbstractType = "EXEC_UNABLE_TO_RESOLVE_ABSTRACT_TYPE";
    public const string ListTypeNotSupported = "EXEC_LIST_TYPE_NOT_SUPPORTED";
}
