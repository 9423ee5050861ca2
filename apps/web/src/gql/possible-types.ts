
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "CancelItemResult": [
      "CancelItemSuccess",
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemNotCancellable",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed"
    ],
    "ChangeMailSettingsResult": [
      "ChangeMailSettingsSuccess"
    ],
    "ChangePasswordResult": [
      "ChangePasswordSuccess",
      "InvalidInput",
      "TooManyAttempts",
      "WrongPassword"
    ],
    "ConfirmEmailChangeResult": [
      "ConfirmEmailChangeSuccess",
      "EmailTaken",
      "LinkInvalid"
    ],
    "CreateApiKeyResult": [
      "CreateApiKeySuccess",
      "InvalidInput",
      "TooManyApiKeys"
    ],
    "EndSessionResult": [
      "EndSessionSuccess",
      "NotFound"
    ],
    "KeepItemResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemNotKeepable",
      "ItemRevisionConflict",
      "KeepItemSuccess",
      "NotFound",
      "NotPermitted",
      "OrderClosed"
    ],
    "Node": [
      "Account",
      "Item",
      "Order"
    ],
    "PlaceOrderResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "NotPermitted",
      "PlaceOrderSuccess"
    ],
    "PrepareShipmentResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "OrderRevisionConflict",
      "PrepareShipmentSuccess"
    ],
    "ReplaceItemResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemNotReplaceable",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "ReplaceItemSuccess"
    ],
    "ReportItemStatusResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "ReportItemStatusSuccess"
    ],
    "RequestEmailChangeResult": [
      "InvalidInput",
      "RequestEmailChangeSuccess",
      "TooManyAttempts",
      "WrongPassword"
    ],
    "RequestPasswordResetResult": [
      "InvalidInput",
      "RequestPasswordResetSuccess",
      "TooManyAttempts"
    ],
    "RequestSignUpResult": [
      "InvalidInput",
      "RequestSignUpSuccess",
      "TooManyAttempts"
    ],
    "ResetPasswordResult": [
      "InvalidInput",
      "LinkInvalid",
      "ResetPasswordSuccess"
    ],
    "RevokeApiKeyResult": [
      "NotFound",
      "RevokeApiKeySuccess"
    ],
    "SignInResult": [
      "InvalidCredentials",
      "InvalidInput",
      "SignInSuccess",
      "TooManyAttempts"
    ],
    "SignUpResult": [
      "EmailTaken",
      "InvalidInput",
      "LinkInvalid",
      "SignUpSuccess"
    ],
    "UnsubscribeResult": [
      "LinkInvalid",
      "UnsubscribeSuccess"
    ],
    "UserError": [
      "EmailTaken",
      "IdempotencyKeyReused",
      "InvalidCredentials",
      "InvalidInput",
      "ItemNotCancellable",
      "ItemNotKeepable",
      "ItemNotReplaceable",
      "ItemRevisionConflict",
      "LinkInvalid",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "OrderRevisionConflict",
      "TooManyApiKeys",
      "TooManyAttempts",
      "WrongPassword"
    ]
  }
};
      export default result;
    