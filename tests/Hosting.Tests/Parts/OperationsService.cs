namespace Training.Hosting.Tests;

/// <summary>Every RPC of training.operations.v1, answering UNIMPLEMENTED to whoever is let in.</summary>
internal sealed class OperationsService : Operations.V1.Operations.OperationsBase;
