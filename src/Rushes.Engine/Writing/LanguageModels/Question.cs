using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What a language model is asked.</summary>
/// <param name="System">Who it is and what it keeps to.</param>
/// <param name="Prompt">What to write now.</param>
/// <param name="Form">The JSON schema of the answer.</param>
/// <param name="FormName">Letters and underscores.</param>
/// <param name="Seed">Of the film: another seed asks anew where the same words were answered before.</param>
internal sealed record Question(string System, string Prompt, JsonElement Form, string FormName, long Seed)
{
    public IReadOnlyList<ChatMessage> Messages => [new(ChatRole.System, System), new(ChatRole.User, Prompt)];

    /// <summary>Characters of everything that is sent.</summary>
    public int Length => System.Length + Prompt.Length + Form.GetRawText().Length;

    public ChatOptions OptionsFor(LanguageModel model) => new()
    {
        ModelId = model.Id,
        MaxOutputTokens = model.OutputLimit,
        Temperature = (float?)model.Temperature,
        ResponseFormat = model.Structured switch
        {
            StructuredOutput.Schema => ChatResponseFormat.ForJsonSchema(Form, FormName),
            StructuredOutput.Json => ChatResponseFormat.Json,
            _ => null,
        },
    };

    /// <summary>The name under which the answer of a model is kept.</summary>
    /// <param name="place">The provider and its address.</param>
    public string DigestFor(LanguageModel model, string place)
    {
        var whole = string.Join('\u001e', place, model.Id, System, Prompt, Form.GetRawText(), Seed.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }
}
