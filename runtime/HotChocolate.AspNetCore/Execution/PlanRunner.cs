using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>Executes a plan (specification, section 6.2).</summary>
internal sealed class PlanRunner(Execution execution, OperationPlan plan, ErrorTeller teller, Deadline deadline)
{
    /// <param name="root">The root value: a subscription's event, otherwise null.</param>
    /// <param name="cost">What is told of the cost, or null.</param>
    public async ValueTask<Answer> RunAsync(object? root, Cost? cost)
    {
        var json = new JsonBuffer(plan.ExpectedLength);
        try
        {
            var writer = new AnswerWriter(json, teller);
            json.Raw("{\"data\":"u8);
            var start = json.Length;
            var written = plan.Kind == OperationKind.Mutation ? await SeriallyAsync(json, writer) : await AtOnceAsync(writer, root);
            if (!written)
            {
                json.TakeBack(start);
                json.Null();
            }

            if (cost is { } told)
                json.CostExtension(told);
            json.Raw((byte)'}');
            plan.ExpectedLength = json.Length;
            return Answer.Executed(json, writer.Errors);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    private async ValueTask<bool> AtOnceAsync(AnswerWriter writer, object? root)
    {
        Rows? rows = null;
        if (plan.Root.Eager.Length > 0)
        {
            rows = Rows.Root(plan.Root, root);
            await new Resolving(execution).RunAsync(rows);
            deadline.ThrowIfOver();
        }

        return writer.Object(plan.Root, root, rows);
    }

    // Each field with all that is below it, before the next one begins.
    private async ValueTask<bool> SeriallyAsync(JsonBuffer json, AnswerWriter writer)
    {
        var rows = Rows.Root(plan.Root, null);
        json.Raw((byte)'{');
        for (var i = 0; i < plan.Root.Fields.Length; i++)
        {
            var field = plan.Root.Fields[i];
            if (field.IsEager)
            {
                execution.ForgetLoaded();
                await new Resolving(execution).RunAsync(rows, field);
                deadline.ThrowIfOver();
            }

            if (!writer.Fields(plan.Root, null, rows, 0, i, i + 1))
                return false;
        }

        json.Raw((byte)'}');
        return true;
    }
}

internal static class CostWriter
{
    /// <summary>Writes a cost as the last entry of an answer.</summary>
    public static void CostExtension(this JsonBuffer json, Cost cost)
    {
        json.Raw(json.Length == 1 ? "\"extensions\":{\"operationCost\":{\"fieldCost\":"u8 : ",\"extensions\":{\"operationCost\":{\"fieldCost\":"u8);
        json.Number(cost.Fields);
        json.Raw(",\"typeCost\":"u8);
        json.Number(cost.Types);
        json.Raw("}}"u8);
    }
}
