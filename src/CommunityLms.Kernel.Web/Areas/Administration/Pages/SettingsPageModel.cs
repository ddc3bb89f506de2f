using CommunityLms.Kernel.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The settings of one level.</summary>
public abstract class SettingsPageModel(SettingsForm form) : LmsPageModel
{
    public IReadOnlyList<SettingGroup> Groups { get; private set; } = [];

    protected abstract SettingLevels Level { get; }

    public override async Task Prepare(CancellationToken cancel) => Groups = await form.Load(Level, cancel);

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var refused = await form.Save(Level, Request.Form.ToDictionary(f => f.Key, f => (string?)f.Value), cancel);
        if (refused.Count == 0)
        {
            WhatWasDone = L["The settings are saved."];
            return RedirectToPage();
        }
        var texts = HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ShellTexts>>();
        foreach (var (name, broken) in refused)
        {
            ModelState.SetModelValue(name, Request.Form[name].ToString(), Request.Form[name].ToString());
            ModelState.AddModelError(name, texts[broken.Rule.Message, [.. broken.Args.Select(a => a is string text ? (string)texts[text] : a ?? "")]]);
        }
        await Prepare(cancel);
        return Page();
    }
}
