namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Carries a <see cref="ChatFailure"/> through the interface of chat clients, which knows no other way.</summary>
public sealed class ChatException(ChatFailure failure) : Exception(failure.Trouble.Words ?? failure.Trouble.Code)
{
    public ChatFailure Failure { get; } = failure;
}
