using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Areas.Imports.Pages;

/// <summary>Takes a table in, and shows the imports before it.</summary>
[OpenToAccounts("Each import asks for its own permission.")]
public sealed class IndexModel(ImportRuns imports, Translations translations, IStringLocalizer<ShellTexts> texts) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Importer { get; set; } = "";

    [BindProperty]
    public IFormFile? Table { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<ImportRun> Recent { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        var importer = await imports.Importer(Importer, cancel);
        Title = translations.For(importer.GetType().Assembly)[importer.Title];
        Recent = await imports.Recent(importer, cancel);
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        IImporter importer = await imports.Importer(Importer, cancel);
        if (Table is null)
        {
            ModelState.AddModelError(nameof(Table), texts["Choose a file."]);
            await Prepare(cancel);
            return Page();
        }
        try
        {
            await using var content = Table.OpenReadStream();
            var run = await imports.Bring(importer, content, Table.FileName, cancel);
            return RedirectToPage("Run", new { id = run.Id });
        }
        catch (TableRefused refused)
        {
            var said = texts[refused.Problem.Text, [.. refused.Args]].Value;
            ModelState.AddModelError(nameof(Table), refused.Row is { } row ? texts["Row {0}: {1}", row, said] : said);
            await Prepare(cancel);
            return Page();
        }
    }
}
