using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CommunityLms.Kernel.Web.Localization;

/// <summary>Gives the framework's attributes our words, which are the keys of their translations; {0} is the field's label.</summary>
internal sealed class ValidationTexts : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(a => a is { ErrorMessage: null, ErrorMessageResourceName: null }))
            attribute.ErrorMessage = For(attribute);
    }

    /// <summary>Our words for what an attribute refuses; null where it is to speak for itself.</summary>
    public static string? For(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Enter “{0}”.",
        StringLengthAttribute { MinimumLength: > 0 } => "“{0}” needs {2} to {1} characters.",
        StringLengthAttribute or MaxLengthAttribute => "“{0}” takes {1} characters at the most.",
        MinLengthAttribute => "“{0}” needs {1} characters at the least.",
        RangeAttribute => "“{0}” lies between {1} and {2}.",
        EmailAddressAttribute => "“{0}” needs an e-mail address, for example name@school.example.",
        CompareAttribute => "“{0}” differs from “{1}”.",
        _ => null,
    };

    public static void Configure(DefaultModelBindingMessageProvider messages, Func<string, object?[], string> say)
    {
        messages.SetValueMustNotBeNullAccessor(field => say("Enter “{0}”.", [field]));
        messages.SetMissingBindRequiredValueAccessor(field => say("Enter “{0}”.", [field]));
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => say("“{1}” can't be “{0}”.", [value, field]));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => say("This can't be “{0}”.", [value]));
        messages.SetUnknownValueIsInvalidAccessor(field => say("“{0}” can't be read.", [field]));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => say("This can't be read.", []));
        messages.SetValueIsInvalidAccessor(value => say("This can't be “{0}”.", [value]));
        messages.SetValueMustBeANumberAccessor(field => say("“{0}” needs a number.", [field]));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => say("A number is needed here.", []));
        messages.SetMissingKeyOrValueAccessor(() => say("A value is missing.", []));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => say("The request is empty.", []));
    }
}
