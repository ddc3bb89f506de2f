using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Areas.Imports;

/// <summary>The tables that go out: an empty one to fill in, and everything that is stored.</summary>
internal static class ImportFiles
{
    public static void MapImportFiles(this IEndpointRouteBuilder app)
    {
        var asks = new OpenToAccountsAttribute("Each import asks for its own permission.");
        app.MapGet("/imports/{importer}/template", Template).WithMetadata(asks).ExcludeFromDescription();
        app.MapGet("/imports/{importer}/export", Export).WithMetadata(asks).ExcludeFromDescription();
    }

    private static async Task Template(string importer, TableFormat format, ImportRuns imports, Translations translations, IStringLocalizer<ShellTexts> texts, HttpContext http, CancellationToken cancel)
    {
        var found = await imports.Importer(importer, cancel);
        Attach(http, importer, format);
        var own = translations.For(found.GetType().Assembly);
        await TableTemplate.Write(http.Response.Body, format, own[found.Title], await found.Columns(cancel), own, texts, cancel);
    }

    private static async Task Export(string importer, TableFormat format, ImportRuns imports, Translations translations, HttpContext http, CancellationToken cancel)
    {
        var found = await imports.Importer(importer, cancel);
        Attach(http, importer, format);
        var own = translations.For(found.GetType().Assembly);
        await using var table = await TableWriter.Create(http.Response.Body, format, own[found.Title], [.. (await found.Columns(cancel)).Select(c => own[c.Name].Value)], cancel);
        await foreach (var row in found.Export(cancel))
            await table.Write(row, cancel);
    }

    private static void Attach(HttpContext http, string importer, TableFormat format)
    {
        http.Response.ContentType = format.MediaType();
        http.Response.Headers.ContentDisposition = $"attachment; filename={importer}{format.Extension()}";
    }
}
