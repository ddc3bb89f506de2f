using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Documents;
using CommunityLms.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Documents;

public sealed class IssuedDocumentsOnSqlite(SqliteDatabase database) : IssuedDocumentTests(database), IClassFixture<SqliteDatabase>;

public sealed class IssuedDocumentsOnPostgreSql(PostgreSqlDatabase database) : IssuedDocumentTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class IssuedDocumentTests(TestDatabase database)
{
    private readonly Guid _institute = Guid.CreateVersion7();
    private readonly DocumentToIssue _certificate = new("sample.certificate", Guid.CreateVersion7(), new ContentHash().Add("holder", "Li Na").ToString(), "Certificate", [new("Holder", "李娜")]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WithoutAccount_TellsWhatThePaperSaid()
    {
        await using var host = await KernelHost.Start(database);
        var issued = await Issue(host, _certificate);

        var found = await host.In(tenant: null, actor: null, s => s.GetRequiredService<IIssuedDocuments>().Verify(issued.Code.ToLowerInvariant().Replace('-', ' '), Cancel));

        found!.Title.ShouldBe("Certificate");
        found.Facts.ShouldBe([new("Holder", "李娜")]);
        (found.Hash, found.Code).ShouldBe((_certificate.Hash, issued.Code));
        (await host.In(tenant: null, actor: null, s => s.GetRequiredService<IIssuedDocuments>().Verify("0000-0000-0000-0000", Cancel))).ShouldBeNull();
    }

    [Fact]
    public async Task Issue_OfTheSameContent_KeepsItsNumber()
    {
        await using var host = await KernelHost.Start(database);
        var both = await Task.WhenAll(Issue(host, _certificate), Issue(host, _certificate));
        both[0].Code.ShouldBe(both[1].Code);

        var changed = await Issue(host, _certificate with { Hash = new ContentHash().Add("holder", "Li Min").ToString() });

        changed.Code.ShouldNotBe(both[0].Code);
    }

    [Fact]
    public async Task Find_InAnotherInstitute_FindsNothing()
    {
        await using var host = await KernelHost.Start(database);
        await Issue(host, _certificate);

        (await host.In(Guid.CreateVersion7(), actor: null, s => s.GetRequiredService<IIssuedDocuments>().Find(_certificate.Kind, _certificate.SubjectId, _certificate.Hash, Cancel))).ShouldBeNull();
    }

    private Task<IssuedDocument> Issue(KernelHost host, DocumentToIssue document) => host.In(_institute, actor: null, s => s.GetRequiredService<IIssuedDocuments>().Issue(document, Cancel));
}
