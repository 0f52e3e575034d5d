namespace Training.Messaging;

/// <summary>What narrows a list down. Its conditions name their values as properties of the filter itself, so that filters of one shape are one compiled query.</summary>
/// <typeparam name="T">The list's rows.</typeparam>
public interface IListFilter<T> where T : class
{
    /// <summary>Which conditions there are, whatever their values: filters of one shape differ in values only. <c>null</c> where that cannot be told.</summary>
    object? Shape { get; }

    /// <summary>Adds the conditions.</summary>
    /// <param name="rows">The whole list.</param>
    IQueryable<T> Narrow(IQueryable<T> rows);
}
