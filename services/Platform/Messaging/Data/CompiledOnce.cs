using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

// The class is public, made so for the compiling of queries before a program runs; that is what is called an experiment.
#pragma warning disable EF9100

namespace Training.Messaging;

/// <summary>
/// Compiles the parts of a query once, with the query: what makes an entity of a row, what finds its statement. EF Core leaves them in it as lambdas, and each time the
/// query is run makes delegates of them anew, which costs as much as to read several rows.
/// </summary>
internal sealed class CompiledOnce(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies, RelationalShapedQueryCompilingExpressionVisitorDependencies relational, RelationalCommandBuilderDependencies commands)
    : RelationalLiftableConstantProcessor(dependencies, relational, commands)
{
    public override Expression InlineConstants(Expression expression, bool supportsPrecompiledQuery)
    {
        var inlined = base.InlineConstants(expression, supportsPrecompiledQuery);
        return inlined is LambdaExpression query ? Expression.Lambda(query.Type, new Parts().Visit(query.Body), query.Parameters) : inlined;
    }

    private sealed class Parts : ExpressionVisitor
    {
        protected override Expression VisitUnary(UnaryExpression node) => node.NodeType == ExpressionType.Quote ? node : base.VisitUnary(node);

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            var part = (Expression<T>)base.VisitLambda(node);
            return Outside.IsNamedIn(part) ? part : Expression.Constant(part.Compile(), typeof(T));
        }
    }

    /// <summary>Finds variables that are used in an expression and are not its own.</summary>
    private sealed class Outside : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> _own = [];
        private bool _found;

        public static bool IsNamedIn(Expression expression)
        {
            var outside = new Outside();
            outside.Visit(expression);
            return outside._found;
        }

        protected override Expression VisitLambda<T>(Expression<T> node) => Inside(node.Parameters, () => base.VisitLambda(node));

        protected override Expression VisitBlock(BlockExpression node) => Inside(node.Variables, () => base.VisitBlock(node));

        protected override CatchBlock VisitCatchBlock(CatchBlock node) => Inside(node.Variable is { } caught ? [caught] : [], () => base.VisitCatchBlock(node));

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found |= !_own.Contains(node);
            return node;
        }

        private T Inside<T>(IReadOnlyCollection<ParameterExpression> variables, Func<T> visit)
        {
            var added = variables.Where(_own.Add).ToList();
            var visited = visit();
            _own.ExceptWith(added);
            return visited;
        }
    }
}
