using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>A text shown to people, as it stands in a source file.</summary>
internal sealed record TextUse(string Key, string File);

/// <summary>Finds the texts of a project: what is looked up, what rules say, and what labels fields.</summary>
internal static partial class TextUses
{
    public static IEnumerable<TextUse> In(SourceProject project) =>
        Repository.Files("*.cs", project.Folder).Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)).SelectMany(f => InCode(Parse(f)).Select(key => new TextUse(key, f)))
            .Concat(Repository.Files("*.cshtml", project.Folder).SelectMany(f => InMarkup(Repository.Read(f)).Select(key => new TextUse(key, f))));

    /// <summary>The names of enums' members: alone or together ("rural school") they are texts where an enum is shown.</summary>
    public static IEnumerable<string> EnumWords(SourceProject project) =>
        Repository.Files("*.cs", project.Folder).SelectMany(f => Parse(f).DescendantNodes().OfType<EnumMemberDeclarationSyntax>().Select(m => m.Identifier.Text));

    /// <summary>Every text in the project's sources, shown or not.</summary>
    public static IEnumerable<string> AllIn(SourceProject project) =>
        Repository.Files("*.cs", project.Folder).SelectMany(f => AllInCode(Parse(f)))
            .Concat(Repository.Files("*.cshtml", project.Folder).SelectMany(f => Quoted().Matches(Repository.Read(f)).Select(m => m.Groups["text"].Value.Replace("\\\"", "\"", StringComparison.Ordinal))));

    private static SyntaxNode Parse(string file) => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot();

    private static IEnumerable<string> AllInCode(SyntaxNode root) =>
        root.DescendantNodes().OfType<ExpressionSyntax>().Where(e => e is BinaryExpressionSyntax or LiteralExpressionSyntax).SelectMany(Literals);

    private static IEnumerable<string> InCode(SyntaxNode root) => root.DescendantNodesAndSelf().SelectMany(node => node switch
    {
        ElementAccessExpressionSyntax access when IsTexts(access.Expression) => Literals(access.ArgumentList.Arguments[0].Expression),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "say" } } call => Literals(call.ArgumentList.Arguments[0].Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Enqueue" } } queued => Literals(queued.ArgumentList.Arguments[0].Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Report" }, ArgumentList.Arguments: [_, _, var doing, ..] } => Literals(doing.Expression),
        // What is wrong with a drawing, and why a case needs somebody.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Error" or "Warn" } or IdentifierNameSyntax { Identifier.Text: "Error" or "Warn" or "Warning" }, ArgumentList.Arguments: [_, var problem, ..] } => Literals(problem.Expression),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, var severity, var problem, ..] } when IsMemberOf(severity, "ProblemSeverity") => Literals(problem.Expression),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var stage, var incident, ..] } when IsMemberOf(stage, "IncidentStage") => Literals(incident.Expression),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var message, ..] } rule when IsRule(rule) => Literals(message.Expression),
        AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: "ErrorMessage" } error => Literals(error.Expression),
        AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: "Name" or "Description" or "Prompt", Parent.Parent: AttributeSyntax { Name: IdentifierNameSyntax { Identifier.Text: "Display" } } } label => Literals(label.Expression),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.Text: "ErrorMessage" } } set => Literals(set.Right),
        _ => [],
    });

    /// <summary>L["…"], texts["…"], translations.For(assembly)["…"].</summary>
    private static bool IsTexts(ExpressionSyntax receiver) => receiver switch
    {
        IdentifierNameSyntax name => name.Identifier.Text is "L" || name.Identifier.Text.EndsWith("exts", StringComparison.Ordinal),
        MemberAccessExpressionSyntax member => IsTexts(member.Name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "For" } } => true,
        _ => false,
    };

    private static bool IsMemberOf(ArgumentSyntax argument, string type) => argument.Expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(m => m.Expression.ToString() == type);

    private static bool IsRule(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type.ToString() == "Rule",
        _ => creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Rule" } } } or PropertyDeclarationSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Rule" } } },
    };

    /// <summary>The texts an expression may come to: either side of a condition, each arm of a switch, parts put together.</summary>
    private static IEnumerable<string> Literals(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => [text],
        ParenthesizedExpressionSyntax inner => Literals(inner.Expression),
        ConditionalExpressionSyntax choice => Literals(choice.WhenTrue).Concat(Literals(choice.WhenFalse)),
        SwitchExpressionSyntax arms => arms.Arms.SelectMany(a => Literals(a.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => from left in Literals(sum.Left) from right in Literals(sum.Right) select left + right,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => Literals(either.Right),
        _ => [],
    };

    private static IEnumerable<string> InMarkup(string markup)
    {
        foreach (Match start in Lookup().Matches(markup))
        {
            // The parser stops at the closing bracket by itself, whatever markup follows.
            var expression = SyntaxFactory.ParseExpression(markup, start.Index, consumeFullText: false);
            foreach (var key in InCode(expression))
                yield return key;
        }
    }

    [GeneratedRegex(@"(?<![\w.])(L|[Tt]exts)\[", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lookup();

    // Every quotation mark may begin a text: an attribute's value and the text inside it overlap.
    [GeneratedRegex("\"(?=(?<text>(\\\\.|[^\"\\\\\\r\\n])*)\")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
