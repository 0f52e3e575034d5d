using System.Reflection;
using HotChocolate.Building;
using HotChocolate.Execution;

namespace HotChocolate.Types.Pagination;

/// <summary>Resolves a paged field whose member gives the whole list.</summary>
internal static class ListPagesResolver
{
    public static MethodResolver Of(PageLimits page, Func<ResolverContext, ValueTask<object?>> whole, TypeUse list)
    {
        var element = list.Type.IsArray ? list.Type.GetElementType()! : list.Type.IsGenericType ? list.Type.GenericTypeArguments[0] : list.Item!.Type;
        var cut = typeof(ListPagesResolver).GetMethod(nameof(Cut), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element)
            .CreateDelegate<Func<PageLimits, ResolverContext, object, object>>();
        return new MethodResolver(async context => await whole(context) is { } items ? cut(page, context, items) : null);
    }

    private static object Cut<T>(PageLimits page, ResolverContext context, object items) => ListPages.Cut((IEnumerable<T>)items, page.Read(context));
}
