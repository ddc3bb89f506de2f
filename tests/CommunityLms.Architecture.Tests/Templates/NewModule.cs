using System.Diagnostics;

namespace CommunityLms.Architecture.Tests.Templates;

/// <summary>What <c>dotnet new lms-module</c> writes builds, and its tests pass.</summary>
public sealed class NewModule : IDisposable
{
    private static readonly string[] Settings = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private static readonly string[] WordsOfTheTemplate = ["registry", "dossier", "module-kebab", "xyz"];
    private static readonly string[] Parts = ["modules", "tests"];

    private readonly string _folder = Directory.CreateTempSubdirectory("lms-template-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Template_WhenFilledIn_BuildsAndPassesItsTests()
    {
        var hive = Path.Combine(_folder, "hive");
        await Dotnet("new", "install", Path.Combine(Repository.Root, "templates", "CommunityLms.Module"), "--force", "--debug:custom-hive", hive);
        await Dotnet("new", "lms-module", "-n", "BookClub", "--aggregate", "Book", "-o", _folder, "--debug:custom-hive", hive);
        Written("cs").ShouldContain(Path.Combine("modules", "book-club", "CommunityLms.BookClub", "Books", "Book.cs"));
        Written("*").Where(HoldsWordsOfTheTemplate).ShouldBeEmpty();
        Text(Path.Combine("modules", "book-club", "CommunityLms.BookClub", "Data", "BookClubDbContext.cs")).ShouldContain("[TablePrefix(\"boo\")]");

        PointAtTheRepository();
        var tests = Path.Combine(_folder, "tests", "CommunityLms.BookClub.Tests");
        await Dotnet("build", tests, "--nologo", "-v", "quiet", "-c", Configuration, "-p:SkipClientAssets=true");
        (await Dotnet("run", "--project", tests, "--no-build", "-c", Configuration)).ShouldContain("Total: 4, Errors: 0, Failed: 0");
    }

    /// <summary>The same as the repository's own output, so that nothing of it is built anew.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private IEnumerable<string> Written(string extension) =>
        Parts.SelectMany(f => Directory.GetFiles(Path.Combine(_folder, f), $"*.{extension}", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(_folder, f));

    private string Text(string file) => File.ReadAllText(Path.Combine(_folder, file));

    private bool HoldsWordsOfTheTemplate(string file) => WordsOfTheTemplate.Any(word => (file + Text(file)).Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Stands for being inside the repository: its settings, and references that lead to it.</summary>
    private void PointAtTheRepository()
    {
        foreach (var file in Settings)
            File.WriteAllText(Path.Combine(_folder, file), $"<Project><Import Project=\"{Path.Combine(Repository.Root, file)}\" /></Project>");
        File.Copy(Path.Combine(Repository.Root, ".editorconfig"), Path.Combine(_folder, ".editorconfig"));
        foreach (var project in Written("csproj").Select(f => Path.Combine(_folder, f)))
            File.WriteAllText(project, File.ReadAllText(project).Replace("../../../src/", Path.Combine(Repository.Root, "src") + "/", StringComparison.Ordinal));
    }

    private async Task<string> Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // A build server would outlive the test.
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}\n{await error}");
        return output;
    }
}
