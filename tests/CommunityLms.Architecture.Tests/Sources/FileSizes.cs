namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>A file that fits in one's head.</summary>
public sealed class FileSizes
{
    private const int MostLines = 250;

    /// <summary>Longer files, each with what would be lost by cutting it.</summary>
    private static readonly Dictionary<string, string> Reasons = [];

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.cshtml")]
    [InlineData("*.ts")]
    public void File_WhenWrittenByHand_HasAtMost250Lines(string pattern) =>
        (from file in Repository.Files(pattern)
         where !file.Contains("/Migrations/", StringComparison.Ordinal) && !Reasons.ContainsKey(file)
         let lines = File.ReadLines(Path.Combine(Repository.Root, file)).Count()
         where lines > MostLines
         select $"{file} has {lines} lines").ShouldBeEmpty();

    [Fact]
    public void Reasons_WhenTheFileIsShortAgain_AreForgotten() =>
        Reasons.Keys.Where(f => !File.Exists(Path.Combine(Repository.Root, f)) || File.ReadLines(Path.Combine(Repository.Root, f)).Count() <= MostLines).ShouldBeEmpty();
}
