using System.Reflection;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>
/// A port as a process that may be killed sees it: every asynchronous call is two steps of its life, one before it is made and one before its answer
/// is heard. A dead process makes no call and hears no answer, for ever.
/// </summary>
public class Mortal<T> : DispatchProxy
    where T : class
{
    private T _port = null!;
    private Life _life = null!;

    internal void Begin(T port, Life life) => (_port, _life) = (port, life);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!typeof(Task).IsAssignableFrom(targetMethod!.ReturnType))
            return targetMethod.Invoke(_port, args) is Engine.Shooting.IUpscaler upscaler ? upscaler.As(_life) : targetMethod.Invoke(_port, args);
        return targetMethod.ReturnType == typeof(Task)
            ? HearAsync(targetMethod, args)
            : HearMethod(targetMethod.ReturnType).Invoke(this, [targetMethod, args]);
    }

    private static MethodInfo HearMethod(Type task) =>
        typeof(Mortal<T>).GetMethod(nameof(HearValueAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(task.GetGenericArguments());

    private async Task HearAsync(MethodInfo method, object?[]? args)
    {
        _life.Calls(method.Name);
        await LiveAsync();
        await (Task)method.Invoke(_port, args)!;
        _life.Heard(method.Name);
        await LiveAsync();
    }

    private async Task<TValue> HearValueAsync<TValue>(MethodInfo method, object?[]? args)
    {
        _life.Calls(method.Name);
        await LiveAsync();
        var value = await (Task<TValue>)method.Invoke(_port, args)!;
        _life.Heard(method.Name);
        await LiveAsync();
        return value;
    }

    private async Task LiveAsync()
    {
        await _life.AwakeAsync();
        if (_life.IsOver || _life.Step())
            await new TaskCompletionSource().Task;
    }
}
