using System.Diagnostics;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Pages;

/// <summary>Says in words what a status code means and what to do next.</summary>
[OpenToVisitors("A refusal must be readable to whoever got it.")]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(IStringLocalizer<ShellTexts> texts) : LmsPageModel
{
    public string Title { get; private set; } = "";

    public string WhatToDo { get; private set; } = "";

    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code) => (Title, WhatToDo) = code switch
    {
        400 => (texts["This form can't be used any more"], texts["It was open too long or came from another place. Go back, load the page again and send it once more; what you typed is still there."]),
        403 => (texts["You may not do this here"], texts["Ask the administrator of your institute for the permission, or sign in with another account."]),
        404 => (texts["There is nothing here"], texts["The address may be old, or what stood here belongs to another institute."]),
        412 => (texts["Somebody else changed this meanwhile"], texts["Go back and load the page again to see both versions."]),
        413 => (texts["The file is too large"], texts["Make it smaller or split it, then choose it again."]),
        422 => (texts["A rule doesn't allow this"], texts["Go back and change your answers."]),
        429 => (texts["Too many tries"], texts["Wait a minute, then try again."]),
        _ => (texts["Something went wrong on our side"], texts["Try again in a moment. Nothing of what was saved before is lost."]),
    };
}
