using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Training.System.Tests;

/// <summary>GraphiQL in a browser, used as a developer would: text goes into its editors, its button runs it.</summary>
internal sealed class GraphiQL(IPage page)
{
    private const string Document = ".graphiql-query-editor .CodeMirror";
    private const string Headers = ".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror";
    private const string Variables = ".graphiql-editor-tool .graphiql-editor.hidden .CodeMirror";
    private const string Result = ".result-window .CodeMirror";
    private const string RunButton = ".graphiql-execute-button";

    /// <summary>Waits until the page has its editors.</summary>
    public static async Task<GraphiQL> OnAsync(IPage page)
    {
        await page.WaitForSelectorAsync(Document);
        return new GraphiQL(page);
    }

    public Task UseTokenAsync(string token) => WriteAsync(Headers, $$"""{"authorization":"Bearer {{token}}"}""");

    public Task WriteVariablesAsync(JsonNode? variables) => WriteAsync(Variables, variables?.ToJsonString() ?? "");

    /// <summary>Runs a document; of several operations, the one that is chosen in the button's menu.</summary>
    /// <param name="document">The document.</param>
    /// <param name="operation">Its operation's name, where it has several.</param>
    /// <param name="isEnough">Which answer is waited for; the first one unless a subscription goes on.</param>
    public async Task<JsonNode> RunAsync(string document, string? operation = null, Func<JsonNode, bool>? isEnough = null)
    {
        await WriteAsync(Document, document);
        await WriteAsync(Result, "");
        // What is written is read a moment later; the menu offers what was read.
        if (operation is not null)
            await page.WaitForFunctionAsync("([editor, text]) => document.querySelector(editor).CodeMirror.documentAST?.loc?.source.body === text", new[] { Document, document });
        await page.ClickAsync(RunButton);
        if (operation is not null)
            await page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = operation, Exact = true }).ClickAsync();
        var shown = "";
        await Eventually.IsTrueAsync(
            async () => (shown = await page.EvaluateAsync<string>("editor => document.querySelector(editor).CodeMirror.getValue()", Result)).Length > 0
                && isEnough?.Invoke(JsonNode.Parse(shown)!) != false,
            $"{operation ?? document} is answered");
        if (isEnough is not null)
            await page.ClickAsync(RunButton);
        return JsonNode.Parse(shown)!;
    }

    private Task WriteAsync(string editor, string text) =>
        page.EvaluateAsync("([editor, text]) => document.querySelector(editor).CodeMirror.setValue(text)", new[] { editor, text });
}
