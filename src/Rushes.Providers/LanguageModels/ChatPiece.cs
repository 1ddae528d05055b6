using Microsoft.Extensions.AI;

namespace Rushes.Providers.LanguageModels;

/// <summary>A piece of an answer, or the whole of one.</summary>
internal readonly record struct ChatPiece(string Text, ChatFinishReason? Finish, UsageDetails? Usage)
{
    public static ChatPiece Nothing { get; } = new("", null, null);

    public static UsageDetails? Tokens(double? input, double? output) => input is null && output is null
        ? null
        : new UsageDetails { InputTokenCount = (long?)input, OutputTokenCount = (long?)output, TotalTokenCount = (long)((input ?? 0) + (output ?? 0)) };
}
