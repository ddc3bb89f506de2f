using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>A test's name says what is tested, when, and what comes of it: Subject_WhenCondition_Outcome. What is so always has no condition.</summary>
public sealed partial class TestNames
{
    [Fact]
    public void Test_WhenNamed_ReadsAsASentence() =>
        (from file in Repository.Files("*.cs", "tests").Concat(Repository.Files("*.cs", "templates"))
         from method in CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
         where method.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Fact" or "Theory" or "Property")
         where !Sentence().IsMatch(method.Identifier.Text)
         select $"{file}: {method.Identifier.Text}").ShouldBeEmpty();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)?_[A-Z][A-Za-z0-9]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
