namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>A question as a model received it.</summary>
/// <param name="Form">The name of its form, such as <c>whole</c> or <c>scenes</c>.</param>
internal sealed record Asked(string System, string Prompt, string Form, string Schema);
