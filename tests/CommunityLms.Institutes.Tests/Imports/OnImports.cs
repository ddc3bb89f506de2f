namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>An institute of one's own, and files of people for it.</summary>
public abstract class OnImports(ImportWorld world) : IClassFixture<ImportWorld>, IAsyncLifetime
{
    protected const int Many = 1200; // three batches
    protected const string Heading = "Staff number,Family name,Given name,Unit code,Employed from,Tutor position,Tutor subject";
    private protected TestInstitute Institute { get; private set; } = null!;

    private protected ImportWorld World { get; } = world;

    public async ValueTask InitializeAsync() => Institute = await TestInstitute.Found(World);

    public ValueTask DisposeAsync()
    {
        World.Jobs.Hold = false;
        World.Lifetime.StartAgain();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected static IEnumerable<string> Rows(int to, int from = 1) => Enumerable.Range(from, to - from + 1).Select(i => Row(i));

    private protected static string Row(int number, string? unit = null) => $"N-{number},王,芳,{unit ?? (number % 2 == 0 ? "CH-1" : "TH-1-M")},2018-01-01,Tutor,MATH";
}
