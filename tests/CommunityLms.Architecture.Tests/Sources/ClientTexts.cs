using System.Text.RegularExpressions;

namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>What scripts say is sent along by the project whose scripts they are, or by the shell.</summary>
public sealed partial class ClientTexts
{
    [Fact]
    public void Text_WhenAScriptSaysIt_IsSentAlong()
    {
        var shell = Repository.Product.Single(p => p.Path.EndsWith("CommunityLms.Kernel.Web.csproj", StringComparison.Ordinal));
        var everywhere = TextUses.AllIn(shell).ToHashSet();

        (from project in Repository.Product
         let sent = TextUses.AllIn(project).ToHashSet()
         from file in Repository.Files("*.ts", project.Folder).Where(f => f.Contains("/ClientApp/src/", StringComparison.Ordinal))
         from said in Said().Matches(Repository.Read(file)).Select(m => m.Groups["text"].Value.Replace("\\'", "'", StringComparison.Ordinal))
         where !sent.Contains(said) && !everywhere.Contains(said)
         select $"{file}: {said}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"\bsay\(\s*'(?<text>(?:[^'\\]|\\.)*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Said();
}
