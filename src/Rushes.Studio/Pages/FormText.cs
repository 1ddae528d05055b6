using Microsoft.AspNetCore.Http;

namespace Rushes.Studio.Pages;

/// <summary>What was typed into a field.</summary>
internal static class FormText
{
    /// <returns>Without space around it; null where nothing was typed.</returns>
    public static string? Said(this IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;
}
