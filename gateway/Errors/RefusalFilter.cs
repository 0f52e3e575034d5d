using System.Diagnostics;
using HotChocolate;
using Microsoft.Extensions.Logging;

namespace Training.Gateway;

/// <summary>What a field's error says: a service's refusal in its own words and with its code; whatever else goes wrong only as a trace id, and into the log.</summary>
internal sealed class RefusalFilter(ILogger<RefusalFilter> logger) : IErrorFilter
{
    public IError OnError(IError error)
    {
        switch (error.Exception)
        {
            case null:
                return error;
            case Refusal refusal:
                var told = error.WithMessage(refusal.Message).WithCode(refusal.Code);
                if (refusal.Reason != "")
                    told = told.SetExtension("reason", refusal.Reason);
                return refusal.Field is { } field ? told.SetExtension("field", field) : told;
            case OperationCanceledException:
                return error.WithMessage("The request was cancelled before this field had its value.").WithCode(Refusals.Cancelled);
            default:
                var trace = Activity.Current?.TraceId.ToHexString() ?? "none";
                Log.FieldFailed(logger, error.Exception, error.Path?.ToString() ?? "", trace);
                return error.WithMessage($"Something went wrong on our side. Tell the operator this trace id: {trace}").WithCode(Refusals.Internal);
        }
    }
}
