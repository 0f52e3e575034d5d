using System.Runtime.CompilerServices;

namespace Training.Messaging.Tests;

/// <summary>SQLite begins here as in a service: with what a kept connection sets before there is any other.</summary>
internal static class SqliteBegins
{
    [ModuleInitializer]
    internal static void AsInAService() => RuntimeHelpers.RunClassConstructor(typeof(KeptConnection).TypeHandle);
}
