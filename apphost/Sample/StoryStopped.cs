namespace Training.AppHost.Sample;

/// <summary>Why the story cannot go on, in words for the person at the console, and what to do.</summary>
internal class StoryStopped(string message) : Exception(message);
