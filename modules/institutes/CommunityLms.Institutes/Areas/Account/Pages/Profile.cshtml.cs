using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Account.Pages;

internal sealed class ProfileInput
{
    [Display(Name = "Language")]
    public string? Language { get; set; }

    [Display(Name = "Light or dark")]
    public string? Theme { get; set; }

    [Display(Name = "Density")]
    public string? Density { get; set; }
}

[OpenToAccounts("Shows and changes only one's own account.")]
internal sealed class ProfileModel(OwnAccount own, ISettings settings) : LmsPageModel
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public OwnAccountView Account { get; private set; } = null!;

    public override async Task Prepare(CancellationToken cancel) => Account = await own.Load(cancel);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var chosen = await settings.SetAt(SettingLevels.Person, cancel);
        Input = new()
        {
            Language = chosen.GetValueOrDefault(ShellSettings.Language.Name, ""),
            Theme = chosen.GetValueOrDefault(ShellSettings.Theme.Name, ShellSettings.Theme.Default),
            Density = chosen.GetValueOrDefault(ShellSettings.Density.Name, ShellSettings.Density.Default),
        };
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Choose(ShellSettings.Language, Input.Language, cancel);
        await Choose(ShellSettings.Theme, Input.Theme, cancel);
        await Choose(ShellSettings.Density, Input.Density, cancel);
        return Done(L["Saved."], "Profile");
    }

    public IEnumerable<SelectListItem> Options(Setting setting) => setting.Choices!.Select(c => new SelectListItem(L[c.Value], c.Key));

    /// <summary>What is chosen empty is taken back, so that the institute's choice holds.</summary>
    private Task Choose(Setting setting, string? value, CancellationToken cancel) => settings.Set(setting, SettingLevels.Person, string.IsNullOrEmpty(value) ? null : value, cancel);
}
