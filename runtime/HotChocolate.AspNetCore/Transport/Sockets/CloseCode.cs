namespace HotChocolate.AspNetCore.Subscriptions;

/// <summary>Why a connection is closed (graphql-transport-ws, and RFC 6455, section 7.4.1).</summary>
internal static class CloseCode
{
    public const int GoingAway = 1001;
    public const int TooLarge = 1009;
    public const int Failed = 1011;
    public const int InvalidMessage = 4400;
    public const int Unauthorized = 4401;
    public const int SubprotocolNotAcceptable = 4406;
    public const int InitialisationTimeout = 4408;
    public const int SubscriberAlreadyExists = 4409;
    public const int TooManyInitialisationRequests = 4429;
}
