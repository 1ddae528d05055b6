namespace Rushes.Engine.Doors;

/// <summary>How a try to sign in ended.</summary>
public abstract record SignIn
{
    private SignIn()
    {
    }

    /// <param name="Secret">What the browser shows from now on.</param>
    public sealed record Welcome(string Secret) : SignIn;

    public sealed record WrongPassword : SignIn;

    /// <param name="For">How long to wait before the next try.</param>
    public sealed record Wait(TimeSpan For) : SignIn;
}
