namespace Training.Architecture.Tests.PublicApi;

/// <summary>One of everything that a public type can offer, for the tests of the format.</summary>
internal abstract class Sample<T>
{
    public const int Answer = 42;

    private readonly string _name;

    public Sample(string name) => _name = name;

    public event EventHandler<T>? Changed;

    public string Name => _name;

    public int? Limit { get; init; }

    internal string Hidden => _name;

    public static bool Find<TKey>(TKey key, out T found, params string[] more)
    {
        found = default!;
        return key is null || more.Length > 0;
    }

    protected abstract void Run(Task<List<T>> work, int times = 3);

    internal void Raise(T what) => Changed?.Invoke(this, what);
}
