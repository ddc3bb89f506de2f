using System.Diagnostics;

namespace CommunityLms.Bench;

/// <summary>The host as it is deployed: published, in Production.</summary>
internal sealed record HostUnderTest(string Root, string Work)
{
    private string Published => Path.Combine(Work, "host");

    public Task Publish() => Run("dotnet", ["publish", Path.Combine(Root, "host/CommunityLms.Host"), "-c", "Release", "-o", Published, "-v", "quiet", "--nologo"]);

    /// <param name="sample">Also brings the sample institutes, which Production refuses, into an empty database.</param>
    public Task<Server> Start(Database database, string folder, bool sample = false) => Server.Start(Published, "CommunityLms.Host.dll", "/account/sign-in", ["--urls"], new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = sample ? "Staging" : "Production",
        ["Sample"] = sample.ToString(),
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["Database__Provider"] = database.Provider,
        ["Database__ConnectionString"] = database.ConnectionString,
        ["Files__Folder"] = Path.Combine(folder, "files"),
    });

    /// <summary>Writes units.csv and people.xlsx of a city of so many people.</summary>
    public Task WriteSampleFiles(int people) =>
        Run("dotnet", ["run", "--no-build", "-c", "Release", "--project", Path.Combine(Root, "tools/CommunityLms.SampleFiles"), "--", people.ToString(System.Globalization.CultureInfo.InvariantCulture), Work]);

    private static async Task Run(string program, string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }
}
