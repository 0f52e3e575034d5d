namespace HotChocolate.TypeSystem.Sdl;

/// <summary>The text of a schema contradicts itself.</summary>
/// <param name="message">What, and what to do about it.</param>
internal sealed class SdlError(string message) : Exception(message);
